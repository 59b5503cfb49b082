/** The mark: a camp banner (营旗), vermilion on ink. Used once on a screen, small. Same drawing as public/favicon.svg. */
export function BannerMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#172033" />
      <rect x=".5" y=".5" width="31" height="31" rx="6.5" fill="none" stroke="#fff" strokeOpacity=".14" />
      <path d="M9.5 26.5V5.5" stroke="#F4F6FA" strokeWidth="2" strokeLinecap="round" />
      <path d="M11.5 7H26l-4 5 4 5H11.5z" fill="#C8402F" />
      <path d="M6 26.5h20" stroke="#F4F6FA" strokeWidth="2" strokeLinecap="round" opacity=".55" />
    </svg>
  );
}
