/** Only what leads to the web is a link: an address is what somebody typed. */
export function Website({ address }: { address: string }) {
  const to = /^https?:\/\//i.test(address)
    ? address
    : /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(address)
      ? `https://${address}`
      : null;
  return to ? (
    <a href={to} target="_blank" rel="noreferrer">
      {address}
    </a>
  ) : (
    address
  );
}
