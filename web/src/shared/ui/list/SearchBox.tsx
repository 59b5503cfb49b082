import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchBoxProps {
  value: string;
  onSearch: (q: string) => void;
  placeholder?: string;
  ref?: RefObject<InputRef | null>;
}

const pauseMilliseconds = 300;

/** Searches when typing pauses; an input method's half-typed word waits until it is finished. */
export function SearchBox({ value, onSearch, placeholder, ref }: SearchBoxProps) {
  const { t } = useTranslation('shared');
  const [typed, setTyped] = useState(value);
  const timer = useRef(0);
  const composing = useRef(false);
  // The URL is the truth: Back, a saved view or "clear" change what stands here.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const searchSoon = (text: string) => {
    clearTimeout(timer.current);
    if (!composing.current) timer.current = window.setTimeout(() => onSearch(text), pauseMilliseconds);
  };
  return (
    <Input
      ref={ref}
      // Not type=search: its Escape would throw the words away.
      role="searchbox"
      enterKeyHint="search"
      allowClear
      prefix={<SearchOutlined className="muted" />}
      aria-label={placeholder ?? t('list.search')}
      placeholder={placeholder ?? t('list.search')}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        searchSoon(event.target.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        searchSoon(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
