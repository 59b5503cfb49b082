import s from './SignInPage.module.css';

/** A camp at dusk in the inks of the panel: ridges and tents, no colour, so that the banner above stays the only accent. */
export function Landscape() {
  return (
    <svg className={s.landscape} viewBox="0 0 600 260" preserveAspectRatio="xMinYMax slice" aria-hidden="true">
      <path fill="#1c2740" d="M0 120C70 84 120 60 190 88s96 44 150 20 92-72 150-58 74 40 110 52v158H0z" />
      <path fill="#212e4a" d="M0 176c60-30 128-48 196-26s120 34 190 8 130-52 214-22v124H0z" />
      <path fill="#273656" d="M0 222c90-22 170-26 260-14s210 14 340-16v68H0z" />
      <g stroke="#8fa3cc" strokeWidth="1.5" fill="#273656" strokeLinejoin="round" opacity=".75">
        <path d="m150 214 26-40 26 40zM176 174v-8M168 214l8-16 8 16" />
        <path d="m232 216 20-30 20 30zM246 216l6-12 6 12" />
        <path d="m100 216 18-26 18 26zM113 216l5-10 5 10" />
        <path d="m300 216 15-22 15 22zM311 216l4-8 4 8" />
      </g>
    </svg>
  );
}
