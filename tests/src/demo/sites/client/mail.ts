import { clientScript } from './script.ts';

/** Resolves when the mail was accepted. */
function postByXhr(path: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/json');
    request.addEventListener('error', () => reject(new Error('network')));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve();
      else reject(new Error(String(request.status)));
    });
    request.send(body);
  });
}

/** Runs in the webmail's page: sends by XHR, attachments by fetch. */
function startMail(): void {
  const form = document.querySelector<HTMLFormElement>('#compose');
  const subject = document.querySelector<HTMLInputElement>('#subject');
  const state = document.querySelector<HTMLOutputElement>('#state');
  const sent = document.querySelector<HTMLUListElement>('#sent');
  const attachment = document.querySelector<HTMLInputElement>('#attachment');
  const attached = document.querySelector<HTMLElement>('#attached');
  if (!form || !subject || !state || !sent || !attachment || !attached) return;
  const tell = (outcome: 'ok' | 'failed'): void => {
    state.textContent = form.dataset[outcome] ?? '';
    state.dataset['outcome'] = outcome;
  };
  const send = async (): Promise<void> => {
    state.textContent = '';
    delete state.dataset['outcome'];
    const title = subject.value;
    try {
      await postByXhr('/api/messages', JSON.stringify(Object.fromEntries(new FormData(form))));
      sent.querySelector('.empty')?.remove();
      const item = document.createElement('li');
      item.textContent = title === '' ? '—' : title;
      sent.prepend(item);
      tell('ok');
    } catch {
      tell('failed');
    }
  };
  const attach = async (file: File): Promise<void> => {
    const body = new FormData();
    body.append('file', file);
    try {
      await fetch('/api/attachments', { method: 'POST', body });
      attached.textContent = `${attached.textContent} ${file.name}`.trim();
    } catch {
      tell('failed');
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  attachment.addEventListener('change', () => {
    for (const file of attachment.files ?? []) void attach(file);
  });
}

export const mailScript = clientScript(postByXhr, startMail);
