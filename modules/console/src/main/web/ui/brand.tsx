/** The mark of the product: two people in one speech bubble. */
export function Brand({ size }: { size: number }) {
  return <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width={size} height={size} />;
}
