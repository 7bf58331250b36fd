-- What Drive tells of a workbook besides its content; no row is a file as it was made.
create table drive_file (
  id text primary key,
  trashed integer not null,
  parent text not null,
  grants text not null
) strict;

-- Everything that ever happened to a file, oldest first. Times are milliseconds since 1970.
create table file_change (
  number integer primary key,
  file_id text not null,
  version integer not null,
  at integer not null,
  modified_at integer not null,
  kind text not null,
  editor text not null
) strict;

create index file_change_by_time on file_change (file_id, at, number);

insert into file_change (number, file_id, version, at, modified_at, kind, editor)
  select change_number, id, revision, unixepoch(modified_at) * 1000, unixepoch(modified_at) * 1000,
    case removed when 1 then 'REMOVE' else 'CONTENT' end, 'SERVICE'
  from workbook;
