import { DownOutlined, RightOutlined } from '@ant-design/icons';
import type { Finding } from '@kedun/shared/contracts/finding';
import type { Violation } from '@kedun/shared/contracts/violation';
import { isDeliberate } from '@kedun/shared/contracts/vocabulary';
import { formatMasked } from '@kedun/shared/contracts/format-masked';
import { Button } from 'antd';
import { Fragment, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { MaskedValue } from '../masked/masked-value.tsx';
import { ExplanationView } from './explanation-view.tsx';
import { percentText } from './score.ts';

const SHOWN_AT_FIRST = 12;

function Confidence(props: { value: number }) {
  return (
    <span className="kd-confidence">
      <span className="kd-confidence-track" aria-hidden="true">
        <span style={{ width: `${props.value * 100}%` }} />
      </span>
      <span className="kd-figures">{percentText(props.value)}</span>
    </span>
  );
}

/** How it was disguised; what people write so without a thought stands back. */
function Evasions(props: { evasions: Finding['evasions'] }) {
  const { t } = useTranslation();
  if (props.evasions.length === 0) return null;
  return (
    <>
      <span className="kd-hidden">{t('detail/evasions')}</span>
      {props.evasions.map((evasion) => (
        <span
          key={evasion}
          className="kd-tag"
          data-tone={isDeliberate(evasion) ? 'warn' : undefined}
          title={t('detail/evasions')}
        >
          {t(`explain/score/disguise.${evasion}`)}
        </span>
      ))}
    </>
  );
}

function FindingRows(props: { finding: Finding; first: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(props.first);
  const id = useId();
  const { finding } = props;
  return (
    <>
      <tr data-open={open || undefined} onClick={() => setOpen(!open)}>
        <td className="kd-finding-toggle">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            aria-label={`${t('detail/explain')} ${t(`finding/${finding.type}`)} ${formatMasked(finding.masked)}`}
            title={t('detail/explain')}
            onClick={(event) => {
              event.stopPropagation();
              setOpen(!open);
            }}
          >
            {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          </button>
        </td>
        <td>
          <span className="kd-tag">{t(`finding/${finding.type}`)}</span>
        </td>
        <td className="kd-finding-value">
          <span>
            <MaskedValue masked={finding.masked} />
            <Evasions evasions={finding.evasions} />
          </span>
        </td>
        <td>
          <Confidence value={finding.confidence} />
        </td>
        <td className="kd-finding-level kd-muted">
          {t('detail/levelValue', { level: finding.dataLevel })}
        </td>
        <td className="kd-finding-record kd-muted">
          {t('detail/recordNumber', { number: finding.record + 1 })}
        </td>
      </tr>
      <tr id={id} hidden={!open} className="kd-finding-why">
        <td />
        <td colSpan={5}>{open && <ExplanationView finding={finding} />}</td>
      </tr>
    </>
  );
}

/** What was found, masked; each line opens to why. */
export function Findings(props: { violation: Violation }) {
  const { t } = useTranslation();
  const { findings, findingCount } = props.violation;
  const [all, setAll] = useState(false);
  if (findings.length === 0) return <p className="kd-muted">{t('detail/noFindings')}</p>;
  const shown = all ? findings : findings.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <table className="kd-findings">
        <thead>
          <tr>
            <th className="kd-finding-toggle">
              <span className="kd-hidden">{t('detail/explain')}</span>
            </th>
            <th>{t('detail/type')}</th>
            <th>{t('detail/value')}</th>
            <th>{t('detail/confidence')}</th>
            <th className="kd-finding-level">{t('detail/level')}</th>
            <th className="kd-finding-record">{t('detail/record')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((finding, index) => (
            <Fragment key={`${finding.type}:${finding.span.start}`}>
              <FindingRows finding={finding} first={index === 0} />
            </Fragment>
          ))}
        </tbody>
      </table>
      {shown.length < findings.length && (
        <Button size="small" type="link" onClick={() => setAll(true)}>
          {t('action/showAll', { count: findings.length })}
        </Button>
      )}
      {findingCount > findings.length && (
        <p className="kd-faint">
          {t('detail/carried', { total: findingCount, carried: findings.length })}
        </p>
      )}
    </>
  );
}
