import { splitLinks } from './split-links';

/** Text as it was written; addresses of the web become links, nothing else is read into it. */
export function MessageText({ text }: { text: string }) {
  return (
    <span dir="auto">
      {splitLinks(text).map(({ at, text: part, url }) =>
        url ? (
          <a key={at} href={url} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          <span key={at}>{part}</span>
        ),
      )}
    </span>
  );
}
