import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { useToast } from './toast.tsx';

/** A button that copies `text`; with a word, or a picture alone where room is dear. */
export function CopyButton(props: { text: string; word?: boolean }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { text, word = false } = props;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      toast.success(t('action/copied'));
    } catch {
      // No clipboard without HTTPS, or not allowed: the text stays there to be selected.
      toast.warning(t('action/copyFailed'));
    }
  };
  return (
    <Button
      type={word ? 'link' : 'text'}
      size="small"
      icon={word ? undefined : <CopyOutlined aria-hidden />}
      aria-label={word ? undefined : t('action/copy')}
      onClick={() => void copy()}
    >
      {word ? t('action/copy') : null}
    </Button>
  );
}

/** An identifier to quote elsewhere. */
export function CopyableId(props: { id: string }) {
  return (
    <span className="kd-copyable">
      <span className="kd-mono">{props.id}</span>
      <CopyButton text={props.id} />
    </span>
  );
}
