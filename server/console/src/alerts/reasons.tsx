import type { Verdict, VerdictReason } from '@kedun/shared/contracts/verdict';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '../i18n/use-language.ts';
import { SeverityMark, VerdictMark } from '../theme/marks.tsx';
import { usePolicyTitles } from './policy-titles.ts';

/** The rule that made the verdict: the strictest that is enforced and not lifted. Null where none was. */
function deciding(verdict: Verdict): VerdictReason | null {
  return (
    verdict.reasons.find(
      (reason) =>
        reason.mode === 'enforce' &&
        reason.exception === undefined &&
        reason.action === verdict.action,
    ) ?? null
  );
}

function Reason(props: { reason: VerdictReason; decided: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { reason, decided } = props;
  const titles = usePolicyTitles();
  const named = [
    { label: t('detail/ruleLabel'), code: reason.rule, title: titles.rule(reason.rule) },
    {
      label: t('detail/packLabel'),
      code: reason.clause.pack,
      title: titles.pack(reason.clause.pack),
    },
  ];
  return (
    <li className="kd-reason" data-decided={decided || undefined}>
      <div className="kd-reason-head">
        <span className="kd-mono kd-clause">{reason.clause.clause}</span>
        <strong>{reason.clauseTitle[language]}</strong>
        <span className="kd-reason-marks">
          {decided && <span className="kd-tag">{t('detail/decided')}</span>}
          {reason.exception !== undefined && (
            <span className="kd-tag" data-tone="warn">
              {t('detail/exception')}
            </span>
          )}
          {reason.raisedBy === 'evasion' && (
            <span className="kd-tag" data-tone="warn">
              {t('detail/raisedByEvasion')}
            </span>
          )}
          {reason.mode === 'simulate' && (
            <span className="kd-tag" data-tone="warn">
              {t('detail/simulated')}
            </span>
          )}
          <SeverityMark severity={reason.severity} word />
          <VerdictMark action={reason.action} word />
        </span>
      </div>
      {reason.mode === 'simulate' && <p className="kd-muted">{t('detail/simulatedHint')}</p>}
      {reason.exception !== undefined && (
        <p className="kd-muted">
          {t('detail/exceptionHint')} <span className="kd-mono kd-code">{reason.exception}</span>
        </p>
      )}
      <dl className="kd-reason-facts">
        <dt>{t('detail/toldLabel')}</dt>
        <dd>{reason.message[language]}</dd>
        <dt>{t('detail/insteadLabel')}</dt>
        <dd>{reason.alternative[language]}</dd>
        {named.map(({ label, code, title }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              {title?.[language]} <span className="kd-mono kd-code">{code}</span>
            </dd>
          </Fragment>
        ))}
      </dl>
    </li>
  );
}

/** Every rule that matched, strictest first; simulated and lifted ones are marked. */
export function Reasons(props: { verdict: Verdict }) {
  const { t } = useTranslation();
  const { verdict } = props;
  const decided = deciding(verdict);
  return (
    <>
      {verdict.failure !== undefined && (
        <p className="kd-note" data-tone="warn">
          <strong>{t('detail/failure')}</strong> · {t(`failure/${verdict.failure}`)}
        </p>
      )}
      {verdict.reasons.length === 0 ? (
        <p className="kd-muted">{t('detail/noReasons')}</p>
      ) : (
        <ol className="kd-reasons">
          {verdict.reasons.map((reason) => (
            <Reason
              key={`${reason.rule}:${reason.clause.clause}:${reason.exception ?? ''}`}
              reason={reason}
              decided={reason === decided}
            />
          ))}
        </ol>
      )}
    </>
  );
}
