import { stretchesOf } from './links';

/** Text from people: always text nodes, with its web addresses made into links that lead out of the frame. */
export function Linked({ text }: { text: string }) {
  return (
    <>
      {stretchesOf(text).map((stretch) =>
        stretch.address ? (
          <a href={stretch.address} target="_blank" rel="noopener noreferrer nofollow">
            {stretch.text}
          </a>
        ) : (
          stretch.text
        ),
      )}
    </>
  );
}
