import classes from './session-information.module.css';

/** An address that came from a visitor: a link only to the web, and never with our address as referrer. */
export function SafeLink({ url }: { url: string }) {
  const text = url.replace(/^https?:\/\//, '');
  if (!/^https?:\/\//i.test(url)) return <span className={classes.link}>{text}</span>;
  return (
    <a className={classes.link} href={url} target="_blank" rel="noopener noreferrer nofollow" title={url}>
      {text}
    </a>
  );
}
