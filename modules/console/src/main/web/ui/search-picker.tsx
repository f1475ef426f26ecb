import { ActionIcon, Combobox, type ComboboxProps, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { BusyIcon } from './busy-icon';

interface Props {
  /** What the plus button does. */
  label: string;
  searchLabel: string;
  search: string;
  onSearch: (search: string) => void;
  onOpen: () => void;
  onChoose: (value: string) => void;
  busy?: boolean;
  /** What is chosen opens an editor, which takes the keyboard. */
  opensEditor?: boolean;
  ref?: Ref<HTMLButtonElement>;
  position?: NonNullable<ComboboxProps['position']>;
  /** Said where there is no option. */
  emptyText: string | null;
  /** The options. */
  children: ReactNode;
}

/** A plus button that opens a searchable list. */
export function SearchPicker(props: Props) {
  const { label, searchLabel, search, emptyText, busy = false, position = 'bottom-start' } = props;
  const combobox = useCombobox({
    onDropdownClose: (source) => {
      combobox.resetSelectedOption();
      props.onSearch('');
      if (source === 'keyboard') combobox.focusTarget();
    },
    onDropdownOpen: () => {
      props.onOpen();
      combobox.focusSearchInput();
    },
  });
  const choose = (value: string) => {
    combobox.closeDropdown();
    if (!props.opensEditor) combobox.focusTarget();
    props.onChoose(value);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} width={260} position={position} withinPortal>
      <Combobox.Target targetType="button">
        <ActionIcon
          ref={props.ref}
          size="sm"
          radius="xl"
          variant="default"
          aria-busy={busy || undefined}
          aria-label={label}
          title={label}
          onClick={() => combobox.toggleDropdown()}
        >
          <BusyIcon busy={busy}>
            <IconPlus size={14} />
          </BusyIcon>
        </ActionIcon>
      </Combobox.Target>
      <Combobox.Dropdown>
        <div role="dialog" aria-label={label}>
          <Combobox.Search
            value={search}
            onChange={(event) => {
              props.onSearch(event.currentTarget.value);
              combobox.updateSelectedOptionIndex();
            }}
            placeholder={searchLabel}
            aria-label={searchLabel}
          />
          <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
            {props.children}
            {emptyText !== null && <Combobox.Empty>{emptyText}</Combobox.Empty>}
          </Combobox.Options>
        </div>
      </Combobox.Dropdown>
    </Combobox>
  );
}
