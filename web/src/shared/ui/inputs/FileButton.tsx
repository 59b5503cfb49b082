import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';

interface FileButtonProps {
  label: string;
  id?: string;
  loading?: boolean;
  onChoose: (files: File[]) => void;
}

/** The browser's own file field speaks the browser's language, not the reader's; this one opens it. The same file may be chosen again. */
export function FileButton({ label, id, loading, onChoose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button icon={<PaperClipOutlined />} loading={loading} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
