import { CheckOutlined, CloseOutlined, QuestionOutlined } from '@ant-design/icons';
import type { Finding } from '@kedun/shared/contracts/finding';
import { useTranslation } from 'react-i18next';

import { pointsText, scoreChart } from './score.ts';
import { useKnownWords } from './known-words.ts';

const CHECK_ICONS = {
  true: <CheckOutlined aria-hidden />,
  false: <CloseOutlined aria-hidden />,
  unknown: <QuestionOutlined aria-hidden />,
} as const;

function Checks(props: { finding: Finding }) {
  const { t } = useTranslation();
  const word = useKnownWords('check');
  const { checks } = props.finding.explanation;
  if (checks.length === 0) return <p className="kd-faint">{t('detail/noChecks')}</p>;
  return (
    <ul className="kd-checks">
      {checks.map((check) => (
        <li key={check.name} data-outcome={check.outcome}>
          <span className="kd-check-icon" aria-hidden="true">
            {CHECK_ICONS[check.outcome]}
          </span>
          <span>{word(check.name) ?? check.name}</span>
          <span className="kd-check-word">{t(`check/${check.outcome}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Score(props: { finding: Finding }) {
  const { t } = useTranslation();
  const word = useKnownWords('score');
  const { explanation, confidence } = props.finding;
  if (explanation.score.length === 0) return <p className="kd-faint">{t('detail/noScore')}</p>;
  const { bars, sum, zero } = scoreChart(explanation.score);
  const clamped = Math.abs(sum - confidence) > 0.005;
  return (
    <>
      <table className="kd-score">
        <tbody>
          {bars.map((bar) => (
            <tr key={`${bar.part}:${bar.term ?? ''}:${bar.left}:${bar.points}`}>
              <th scope="row">
                {word(bar.part) ?? bar.part}
                {bar.term !== null && <span className="kd-tag">{bar.term}</span>}
              </th>
              <td className="kd-score-track" aria-hidden="true">
                <span className="kd-score-zero" style={{ left: `${zero}%` }} />
                <span
                  className="kd-score-bar"
                  data-sign={bar.points < 0 ? 'minus' : 'plus'}
                  style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
                />
              </td>
              <td className="kd-mono kd-score-points">{pointsText(bar.points)}</td>
            </tr>
          ))}
          <tr className="kd-score-sum">
            <th scope="row">{t('detail/total')}</th>
            <td />
            <td className="kd-mono kd-score-points">{sum.toFixed(2)}</td>
          </tr>
        </tbody>
      </table>
      {clamped && (
        <p className="kd-faint">{t('detail/clamped', { confidence: confidence.toFixed(2) })}</p>
      )}
    </>
  );
}

/** Why the engine took this for what it says: what was checked, and how the confidence adds up. */
export function ExplanationView(props: { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <div className="kd-explanation">
      <section>
        <h3>{t('detail/checks')}</h3>
        <Checks finding={props.finding} />
      </section>
      <section>
        <h3>{t('detail/score')}</h3>
        <Score finding={props.finding} />
      </section>
      <p className="kd-faint">
        {t(`dataClass/${props.finding.dataClass}`)} ·{' '}
        {t('detail/detectorVersion', { version: props.finding.detectorVersion })}
      </p>
    </div>
  );
}
