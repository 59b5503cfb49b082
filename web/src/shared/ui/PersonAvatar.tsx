import s from './PersonAvatar.module.css';

/** A Chinese name by its family name, any other by its first letter. Decoration: the name itself stands beside it. */
export function PersonAvatar({ name, size = 24 }: { name: string; size?: number }) {
  return (
    <span className={s.avatar} style={{ width: size, height: size, fontSize: size * 0.5 }} aria-hidden="true">
      {[...name.trim()][0]?.toUpperCase()}
    </span>
  );
}
