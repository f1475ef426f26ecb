const house = '#2f5d8c';
const light = '#ffffff';
const dark = '#000000';

/** The site's colour, and the ink that reads best on it. */
export interface Colours {
  colour: string;
  ink: string;
}

/** Takes `#rgb` or `#rrggbb`; anything else becomes the house colour. */
export function coloursOf(siteColour: string | null | undefined): Colours {
  const colour = hexOf(siteColour) ?? house;
  const white = contrast(colour, light);
  return { colour, ink: white >= 4.5 || white >= contrast(colour, dark) ? light : dark };
}

/** Contrast ratio of two colours, 1–21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function hexOf(colour: string | null | undefined): string | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(colour ?? '');
  if (short) return `#${short.slice(1).map((digit) => digit + digit).join('')}`;
  return colour && /^#[\da-f]{6}$/i.test(colour) ? colour : null;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
