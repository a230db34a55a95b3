/** The time in `count` seconds, in seconds since the epoch, as in claims. */
export const secondsFromNow = (count: number): number => Math.floor(Date.now() / 1000) + count;

/**
 * Does something that succeeds only until a moment, such as what a token allows until it expires. When the machine was
 * too slow for that, does it again with twice the time.
 * @param seconds the time of the first attempt
 * @param longest the time of every attempt at most, in seconds
 * @param work receives the moment, in seconds since the epoch
 */
export async function inTime<Result>(
  { seconds, longest = 3600 }: { seconds: number; longest?: number },
  work: (moment: number) => Promise<Result>,
): Promise<Result> {
  for (let time = seconds; ; time = Math.min(2 * time, longest)) {
    const moment = secondsFromNow(time);
    const isOver = () => Date.now() >= moment * 1000;
    try {
      const result = await work(moment);
      if (!isOver()) return result;
    } catch (error) {
      if (!isOver()) throw error;
    }
  }
}
