import { countryName } from '../i18n/format';
import classes from './flag.module.css';

/** The flag of an ISO 3166 country; its name for those who don't see it. */
export function Flag({ code, named = false }: { code: string; named?: boolean }) {
  const name = countryName(code);
  return (
    <img
      className={classes.flag}
      src={`${import.meta.env.BASE_URL}${import.meta.env.VITE_FLAGS}/${encodeURIComponent(code.toLowerCase())}.svg`}
      alt={named ? '' : name}
      title={named ? undefined : name}
      width={18}
      height={12}
      loading="lazy"
    />
  );
}
