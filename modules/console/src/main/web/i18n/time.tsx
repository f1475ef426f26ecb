import { age, exactTime, shortAge } from './format';
import { useNow } from './use-now';

/** How long ago something was; the exact time on hovering. */
export function Ago({ at, short = false }: { at: string; short?: boolean }) {
  const now = useNow();
  return (
    <time dateTime={at} title={exactTime(at)}>
      {short ? shortAge(at, now) : age(at, now)}
    </time>
  );
}
