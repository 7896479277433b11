import { clientScript } from './script.ts';

async function postByFetch(path: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

function postByXhr(path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/json');
    request.addEventListener('load', () => resolve(request.responseText));
    request.addEventListener('error', () => reject(new Error('network')));
    request.send(body);
  });
}

function say(who: 'me' | 'assistant' | 'failed', text: string): void {
  const messages = document.querySelector('#messages');
  messages?.querySelector('.greeting')?.remove();
  const bubble = document.createElement('p');
  bubble.className = `bubble ${who}`;
  bubble.textContent = text;
  messages?.append(bubble);
  bubble.scrollIntoView({ block: 'end' });
}

/** The conversation: Enter or the button sends. */
function startTalk(failed: string): void {
  const form = document.querySelector<HTMLFormElement>('#ask');
  const prompt = document.querySelector<HTMLTextAreaElement>('#prompt');
  const transport = document.querySelector<HTMLSelectElement>('#transport');
  if (!form || !prompt || !transport) return;
  const send = async (text: string): Promise<void> => {
    const post = transport.value === 'xhr' ? postByXhr : postByFetch;
    try {
      const answer = await post('/api/messages', JSON.stringify({ message: text }));
      say('assistant', (JSON.parse(answer) as { reply: string }).reply);
    } catch {
      say('failed', failed);
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = prompt.value.trim();
    if (text === '') return;
    prompt.value = '';
    say('me', text);
    void send(text);
  });
  prompt.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

/** The till: a fetch with a card number in it. */
function startTill(failed: string): void {
  const form = document.querySelector<HTMLFormElement>('#pay');
  const card = document.querySelector<HTMLInputElement>('#card');
  const state = document.querySelector<HTMLOutputElement>('#pay-state');
  if (!form || !card || !state) return;
  const pay = async (): Promise<void> => {
    state.textContent = '';
    try {
      await postByFetch('/api/pay', JSON.stringify({ card: card.value, amount: 19 }));
      state.textContent = form.dataset['paid'] ?? '';
    } catch {
      state.textContent = failed;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void pay();
  });
}

function startChat(): void {
  const failed = document.querySelector<HTMLElement>('.chat')?.dataset['failed'] ?? '';
  startTalk(failed);
  startTill(failed);
}

export const chatScript = clientScript(
  postByFetch,
  postByXhr,
  say,
  startTalk,
  startTill,
  startChat,
);
