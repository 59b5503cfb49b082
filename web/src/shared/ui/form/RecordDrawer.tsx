import { Drawer, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import s from './RecordDrawer.module.css';

interface RecordDrawerProps {
  title: ReactNode;
  /** Number, level, state: one quiet row below the title. */
  tags?: ReactNode;
  /** At the right of the title; what may not be done is left out, not greyed. */
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
      footer={footer}
      extra={<div className={s.actions}>{actions}</div>}
      title={
        <>
          <div className={s.title}>{title}</div>
          {tags && <div className={s.tags}>{tags}</div>}
        </>
      }
    >
      {isPending ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {error ? <LoadFailed error={error} retry={retry ?? (() => {})} /> : null}
      {!isPending && !error && children}
    </Drawer>
  );
}
