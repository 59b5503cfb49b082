import { Drawer, Skeleton } from 'antd';
import { Fragment, isValidElement, type ReactNode } from 'react';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import s from './RecordDrawer.module.css';

interface RecordDrawerProps {
  title: ReactNode;
  /** Number, level, state: one quiet row below the title. */
  tags?: ReactNode;
  /** At the right of the title, on a phone at the foot; what may not be done is left out, not greyed. */
  actions?: ReactNode;
  onClose: () => void;
  /** From the query that reads the record. */
  isPending?: boolean;
  error?: unknown;
  retry?: () => unknown;
  width?: number;
  /** Stays at the bottom, in reach of a thumb: what is decided about the record. */
  footer?: ReactNode;
  children: ReactNode;
}

/** One record over its list. Mount it to open it; its id belongs into the URL (`useOpenRecord`). */
export function RecordDrawer({
  title,
  tags,
  actions,
  onClose,
  isPending,
  error,
  retry,
  width = 640,
  footer,
  children,
}: RecordDrawerProps) {
  const isPhone = useIsPhone();
  return (
    <Drawer
      open
      onClose={onClose}
      size={isPhone ? '100%' : width}
      extra={!isPhone && <div className={s.actions}>{actions}</div>}
      // Within reach of the thumb, and the title keeps its row.
      footer={footer ?? (isPhone && hasContent(actions) && <div className={s.actions}>{actions}</div>)}
      title={
        <>
          <div className={s.title}>{title}</div>
          {tags && <div className={s.tags}>{tags}</div>}
        </>
      }
    >
      {isPending ? <Skeleton active title={false} paragraph={{ rows: 8 }} /> : null}
      {error ? <LoadFailed error={error} retry={retry ?? (() => {})} /> : null}
      {!isPending && !error && children}
    </Drawer>
  );
}

/** Actions are conditions in a fragment: whether one of them came true. */
function hasContent(node: ReactNode): boolean {
  if (Array.isArray(node)) return node.some(hasContent);
  if (isValidElement<{ children?: ReactNode }>(node) && node.type === Fragment) return hasContent(node.props.children);
  return node != null && typeof node !== 'boolean' && node !== '';
}
