interface ImportMetaEnv {
  /** Where the flags lie below the base address. */
  readonly VITE_FLAGS: string;
}
