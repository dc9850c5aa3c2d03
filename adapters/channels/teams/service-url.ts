/** Hosts of the connector of Teams: the public cloud, and the American government cloud that has the same token issuer. */
const hosts: readonly RegExp[] = [
  /^smba\.trafficmanager\.net$/,
  /^(?:[a-z0-9-]+\.)+botframework\.com$/,
  /^(?:[a-z0-9-]+\.)+teams\.microsoft\.com$/,
];
const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])$/;
const urlCharactersMax = 300;

/** Where messages may be sent: to the platform, or only to peers on this machine, which get no real token. */
export type Reach = 'platform' | 'local';

/**
 * Whether replies, and with them our token, may go to this address. It comes with each request, so that whoever forges a request
 * would otherwise choose who gets the token.
 */
export function isServiceUrl(address: string, reach: Reach): boolean {
  if (address.length > urlCharactersMax || !URL.canParse(address)) return false;
  const { protocol, hostname, username, port } = new URL(address);
  if (username !== '') return false;
  if (reach === 'local') return isLoopback(address);
  return protocol === 'https:' && port === '' && hosts.some((host) => host.test(hostname));
}

/** Whether an address leads to this machine. */
export function isLoopback(address: string): boolean {
  return URL.canParse(address) && loopback.test(new URL(address).hostname);
}
