import { z } from 'zod';

/** Characters of an id; those of Teams have up to some 200, and they become parts of our own keys. */
const idCharactersMax = 512;
/** Mentions in one message that are read; nobody names more. */
const entitiesMax = 50;
/** People that one event adds to a team; more are added by rosters, and come as several events. */
const membersMax = 200;

/** Attachments of one message that are looked at; Teams takes ten. */
const attachmentsMax = 10;

const id = z.string().min(1).max(idCharactersMax);
const optionalId = id.optional().catch(undefined);
const optionalText = z.string().optional().catch(undefined);
const account = z.looseObject({ id, aadObjectId: optionalId });
const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.looseObject({ id: z.string(), name: optionalText }),
});
const attachment = z.looseObject({ contentType: z.string() });

/** Reads what the platform posts, as far as we look into it; what is missing or odd is undefined, so that nothing is refused. */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: optionalId,
  name: optionalText,
  channelId: z.string().catch(''),
  serviceUrl: z.string().catch(''),
  from: account.optional().catch(undefined),
  recipient: account.optional().catch(undefined),
  conversation: z
    .looseObject({
      id,
      conversationType: optionalText,
      isGroup: z.boolean().optional().catch(undefined),
      tenantId: optionalId,
    })
    .optional()
    .catch(undefined),
  text: z.string().catch(''),
  entities: z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.slice(0, entitiesMax).flatMap((one) => mention.safeParse(one).data ?? [])),
  attachments: z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.slice(0, attachmentsMax).flatMap((one) => attachment.safeParse(one).data ?? [])),
  value: z.unknown().optional(),
  replyToId: optionalId,
  timestamp: optionalId,
  locale: optionalText,
  membersAdded: z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.slice(0, membersMax).flatMap((one) => account.safeParse(one).data ?? [])),
  channelData: z
    .looseObject({
      eventType: optionalText,
      tenant: z.looseObject({ id: optionalId }).optional().catch(undefined),
      team: z.looseObject({ id: optionalId }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** Something that happened on the platform. */
export type TeamsEvent = z.infer<typeof activitySchema>;
