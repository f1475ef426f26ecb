import {
  ActionIcon,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Notification,
  Popover,
  Tooltip,
} from '@mantine/core';

const pine: MantineColorsTuple = [
  '#eef9f7',
  '#d8f0ec',
  '#afe1d9',
  '#7fcfc4',
  '#52bcae',
  '#2fa597',
  '#1a8a7e',
  '#0f766c',
  '#0c5f57',
  '#0a4a45',
];

const slate: MantineColorsTuple = [
  '#e4e9ea',
  '#c3ccd0',
  '#9ca8ae',
  '#6f7c83',
  '#3a444a',
  '#2b3337',
  '#1f2529',
  '#181d20',
  '#121618',
  '#0d1012',
];

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '600' },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 7 },
  colors: { pine, dark: slate },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  components: {
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true, multiline: true, maw: 280 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Notification: Notification.extend({
      styles: { description: { color: 'var(--mantine-color-dimmed)' } },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', withinPortal: true } }),
  },
});

// Mantine's own dimmed, placeholder and error colours stay below the contrast that small text needs.
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1a2226',
    '--mantine-color-dimmed': '#58646b',
    '--mantine-color-placeholder': '#647077',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0f766c',
    '--mantine-color-gray-light-color': '#58646b',
    '--mantine-color-default-border': '#cdd4d6',
    '--mantine-color-red-light': '#fdeceb',
    '--mantine-color-red-light-color': '#912018',
  },
  dark: {
    '--mantine-color-body': '#181d20',
    '--mantine-color-text': '#e4e9ea',
    '--mantine-color-dimmed': '#9ca8ae',
    '--mantine-color-placeholder': '#8b979d',
    '--mantine-color-error': '#ff9a90',
    '--mantine-color-anchor': '#5cc4b6',
    '--mantine-color-gray-light-color': '#c3ccd0',
    '--mantine-color-pine-light-color': '#7fcfc4',
    '--mantine-color-default-border': '#3a444a',
    '--mantine-color-red-light': '#3a1c1a',
    '--mantine-color-red-light-color': '#ffb4ad',
  },
});
