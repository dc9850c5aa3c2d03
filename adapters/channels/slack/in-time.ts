/** What Slack sends must be kept within so many milliseconds, so that it is acknowledged within three seconds. */
const keepMsMax = 2_400;

/** The same, or a rejection where it takes too long to be acknowledged. What comes of it later is not looked at. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('not kept in time')), keepMsMax);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
