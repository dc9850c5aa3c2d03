/** The door to the manifests for commands and checks. */
export { drawColourIcon } from './channels/manifests/draw-icon.ts';
export { type Right, slackScopes, teamsPermissions } from './channels/manifests/rights.ts';
export { buildSlackManifest } from './channels/manifests/slack-manifest.ts';
export { buildTeamsPackage } from './channels/manifests/teams-package.ts';
