import {
  BRIDGE_TEXT_MAX_LENGTH,
  BRIDGE_URL_MAX_LENGTH,
  guardBridgeAnswer,
} from '@kedun/shared/contracts/bridge-guard';
import type { BridgeAnswer, BridgeAsk } from '@kedun/shared/contracts/bridge-message';

import { BRIDGE_EVENTS } from './bridge-names.ts';
import type { Natives } from './captured-natives.ts';

export interface Question {
  readonly api: BridgeAsk['api'];
  readonly text: string;
  /** Absolute, or empty. */
  readonly url: string;
  readonly partial: boolean;
  readonly redactable: boolean;
  /** `wait` is an answer the hook can act on. */
  readonly canWait: boolean;
}

export type Decision =
  | { readonly decision: 'allow' }
  | { readonly decision: 'block' }
  /** Only where the question said `canWait`. */
  | { readonly decision: 'wait' }
  | { readonly decision: 'redact'; readonly text: string };

export interface Bridge {
  /** Asks the content script and has the verdict before it returns. */
  ask(question: Question): Decision;
  /** For a window this one covers; true while that has no document of its own, and with it no scripts of ours. */
  lend(isBare: () => boolean): Bridge;
  /** A node outside the document, or its tree, may open a file picker now. */
  tellPicker(node: Node): void;
  /** A window may have no content script, or one that lost its listeners. Hooks are in there. */
  tellBare(realm: Window): void;
  /** Runs `task` once when answers are final: after a `wait`, ask again in there. */
  whenKnown(task: () => void): void;
}

/** Eleven decimal digits of any script, at most three other signs that are no letters between two of them. */
const LONG_DIGIT_RUN = /(?:\p{Nd}[^\p{L}\p{Nd}]{0,3}){11}/u;

/**
 * The verdict when nobody answers: the content script is missing in this frame or was torn down. The shortest
 * identifier that decides alone has eleven digits (mobile number), so text with such a run stays here and
 * everything else goes: a page that could silence the content script would gain nothing for what matters
 * most, and a broken installation does not take the web away from the user.
 */
function decideUnanswered(natives: Natives, question: Question): Decision {
  const suspicious = question.partial || natives.test(LONG_DIGIT_RUN, question.text) !== null;
  return { decision: suspicious ? 'block' : 'allow' };
}

/**
 * The page's end of the private channel. The channel is a node that is in no document: only who was handed
 * the node can speak or listen there. It is handed over once, as `relatedTarget` of HELLO, before the
 * page's first script; whoever of the two worlds starts second sets that off. Later HELLO and READY events are
 * forged or repeated: counted, told, without effect.
 */
export function createBridge(natives: Natives): Bridge {
  const node = natives.detachedNode();
  const answers = { __proto__: null } as unknown as Record<number, BridgeAnswer | undefined>;
  const tasks = { __proto__: null } as unknown as Record<number, () => void>;
  let taskCount = 0;
  let bound = false;
  let passive = false;
  let nextId = 0;
  let misuses = 0;
  let misusesTold = 0;

  const tellMisuse = () => {
    misuses += 1;
    // At 1, 2, 4, 8 …: a page that floods us costs itself more than us.
    if ((misuses & (misuses - 1)) !== 0) return;
    const count = misuses - misusesTold;
    misusesTold = misuses;
    const message = natives.stringify({ __proto__: null, kind: 'misuse', count });
    natives.dispatch(node, natives.customEvent(BRIDGE_EVENTS.misuse, message));
  };

  const hello = () => natives.dispatch(natives.window, natives.handover(BRIDGE_EVENTS.hello, node));

  const receive = (event: Event) => {
    const detail: unknown = natives.detail(event as CustomEvent);
    if (typeof detail !== 'string') return;
    const answer = guardBridgeAnswer(natives.parse(detail));
    if (answer) answers[answer.id] = answer;
  };

  natives.listen(node, BRIDGE_EVENTS.bound, () => {
    bound = true;
  });
  // These hooks were loaded a second time (into a tab that was open already): the first ones do the work.
  natives.listen(node, BRIDGE_EVENTS.taken, () => {
    passive = !bound;
  });
  natives.listen(node, BRIDGE_EVENTS.answer, receive);
  natives.listen(node, BRIDGE_EVENTS.known, () => {
    const waiting = taskCount;
    taskCount = 0;
    for (let index = 0; index < waiting; index += 1) {
      const task = tasks[index];
      delete tasks[index];
      task?.();
    }
  });
  const onReady = (event: Event) => {
    if (passive) return;
    natives.stop(event);
    if (bound) tellMisuse();
    else hello();
  };
  natives.listen(natives.window, BRIDGE_EVENTS.ready, onReady);
  hello();

  const ask = (question: Question, unanswered: typeof decideUnanswered): Decision => {
    if (passive) return { decision: 'allow' };
    if (!bound) return unanswered(natives, question);
    const id = nextId;
    nextId += 1;
    const oversize = question.text.length > BRIDGE_TEXT_MAX_LENGTH;
    const message = natives.stringify({
      __proto__: null,
      kind: 'ask',
      id,
      api: question.api,
      text: oversize ? natives.slice(question.text, 0, BRIDGE_TEXT_MAX_LENGTH) : question.text,
      url: natives.slice(question.url, 0, BRIDGE_URL_MAX_LENGTH),
      partial: question.partial || oversize,
      redactable: question.redactable && !oversize,
      canWait: question.canWait,
    });
    natives.dispatch(node, natives.customEvent(BRIDGE_EVENTS.ask, message));
    const answer = answers[id];
    delete answers[id];
    return answer ?? unanswered(natives, question);
  };

  const others = {
    tellPicker: (target: Node) => {
      if (bound) natives.dispatch(node, natives.handover(BRIDGE_EVENTS.picker, target));
    },
    tellBare: (realm: Window) => {
      if (bound) natives.dispatch(node, natives.handover(BRIDGE_EVENTS.bare, realm));
    },
    whenKnown: (task: () => void) => {
      tasks[taskCount] = task;
      taskCount += 1;
    },
  };
  const lend: Bridge['lend'] = (isBare) => ({
    ...others,
    lend,
    // A popup outlives the page that opened it; scripts of its own judge before us then.
    ask: (question) =>
      ask(question, (_, asked) =>
        isBare() ? decideUnanswered(natives, asked) : { decision: 'allow' },
      ),
  });
  return { ...others, lend, ask: (question) => ask(question, decideUnanswered) };
}
