import { clientScript } from './script.ts';

interface StoredFile {
  name: string;
  sizeBytes: number;
  sha256: string;
}

/** Runs in the net disk's page: upload by input and by drop, file list. */
function startDisk(): void {
  const input = document.querySelector<HTMLInputElement>('#file');
  const drop = document.querySelector<HTMLElement>('#drop');
  const list = document.querySelector<HTMLElement>('#files');
  const state = document.querySelector<HTMLOutputElement>('#state');
  if (!input || !drop || !list || !state) return;
  const show = (file: StoredFile): void => {
    list.querySelector('.empty')?.remove();
    const row = document.createElement('tr');
    for (const text of [file.name, `${file.sizeBytes} B`, file.sha256]) {
      const cell = document.createElement('td');
      cell.textContent = text;
      row.append(cell);
    }
    row.dataset['sha256'] = file.sha256;
    list.prepend(row);
  };
  const upload = async (files: readonly File[]): Promise<void> => {
    state.textContent = '';
    const body = new FormData();
    for (const file of files) body.append('file', file);
    try {
      const response = await fetch('/api/files', { method: 'POST', body });
      if (!response.ok) throw new Error(String(response.status));
      const answer = (await response.json()) as { files: StoredFile[] };
      for (const file of answer.files) show(file);
    } catch {
      state.textContent = state.dataset['failed'] ?? '';
    }
  };
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) void upload(files);
  });
  for (const kind of ['dragenter', 'dragover'])
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void upload(files);
  });
}

export const diskScript = clientScript(startDisk);
