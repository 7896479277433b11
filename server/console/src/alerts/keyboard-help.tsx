import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';

const ROWS = [
  ['j', 'keys/next'],
  ['k', 'keys/previous'],
  ['Enter', 'keys/open'],
  ['Esc', 'keys/leave'],
  ['a', 'keys/acknowledge'],
  ['c', 'keys/close'],
  ['f', 'keys/falseAlarm'],
  ['?', 'keys/help'],
] as const;

export function KeyboardHelp(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <Popover
      open={props.open}
      onOpenChange={props.onOpenChange}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      title={t('keys/title')}
      content={
        <dl className="kd-keys">
          {ROWS.map(([key, label]) => (
            <div key={key}>
              <dt>
                <kbd className="kd-key">{key}</kbd>
              </dt>
              <dd>{t(label)}</dd>
            </div>
          ))}
        </dl>
      }
    >
      <Button
        className="kd-help"
        type="text"
        size="small"
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={t('keys/title')}
      />
    </Popover>
  );
}
