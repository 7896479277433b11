import { describe, expect, it } from 'vitest';

import type { Scene } from '../../detection/detector.ts';
import type { Cell } from '../../detection/table.ts';
import { createCredentialDetector } from './detector.ts';

/** A table of comma-separated cells without quotes. */
function sceneOf(text: string): Scene {
  const [head = '', ...lines] = text.split('\n');
  let at = head.length + 1;
  const rows = lines.map((line, row) => {
    let start = at;
    at += line.length + 1;
    return line.split(',').map((cell, column): Cell => {
      const placed = { row, column, start, end: start + cell.length };
      start += cell.length + 1;
      return placed;
    });
  });
  const table = {
    start: head.length + 1,
    end: text.length,
    headers: head.split(',').map((name) => name.toLowerCase()),
    cellAt: () => null,
    rows: () => rows,
  };
  return { text, anchors: [], tables: [table], findings: [] };
}

function inColumns(text: string): string[] {
  const want = createCredentialDetector().wants.find(({ kind }) => kind === 'soft');
  if (want?.kind !== 'soft') throw new Error('no soft want');
  return want.read(sceneOf(text)).map(({ start, end }) => text.slice(start, end));
}

describe('credentials in tables', () => {
  it.each([
    ['用户名,密码\nadmin,Abc@1234\nguest,******\nroot,123456', ['Abc@1234', '123456']],
    ['user,password,note\na,s3cr3t!,x1y2z3\nb,,y', ['s3cr3t!']],
    ['name,api_key\nx,a1b2c3d4e5f6a7b8\ny,none', ['a1b2c3d4e5f6a7b8']],
    ['系统,登录密码(初始)\nCRM,Kd#2024', ['Kd#2024']],
    ['用户名,密码长度,密码修改时间\nadmin,12,2024-01-15 10:00', []],
    ['user,password_hash_type,token_count\na,bcrypt12,a1b2c3d4e5f6', []],
  ])('%s', (text, secrets) => {
    expect(inColumns(text)).toEqual(secrets);
  });
});
