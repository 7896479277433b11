import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

import {
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';

/** Statements kept prepared; the product has some dozens, plus one a batch size. */
const PREPARED_MAX = 256;

function values(parameters: readonly unknown[]): SQLInputValue[] {
  // Repositories are typed to text, numbers and null; anything else makes `node:sqlite` throw.
  return parameters as SQLInputValue[];
}

function toStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

/** The face of `node:sqlite` that Kysely's SQLite driver wants. */
export function toKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      prepared.clear();
      database.close();
    },
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known) return known;
      // A transaction that reads first and writes later can fail half way when another process writes
      // in between (SQLITE_BUSY_SNAPSHOT); taking the write lock at the start makes it wait instead.
      const statement = toStatement(database.prepare(sql === 'begin' ? 'begin immediate' : sql));
      if (prepared.size >= PREPARED_MAX) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
  };
}

/** Migrations run in one transaction: SQLite can undo DDL, Kysely's adapter says otherwise out of caution. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export function createSqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new TransactionalDdlAdapter(),
    createDriver: () => new SqliteDriver({ database: toKyselyDatabase(database) }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
