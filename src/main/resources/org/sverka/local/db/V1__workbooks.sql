create table workbook (
  id text primary key,
  title text not null,
  locale text not null,
  time_zone text not null,
  auto_recalc text not null,
  tabs text not null,
  metadata text not null,
  revision integer not null,
  next_row_key integer not null,
  created_at text not null,
  modified_at text not null,
  change_number integer not null unique,
  removed integer not null default 0
) strict;

create table tab (
  workbook_id text not null,
  sheet_id integer not null,
  head text not null,
  row_order text not null,
  primary key (workbook_id, sheet_id)
) strict;

create table grid_row (
  workbook_id text not null,
  sheet_id integer not null,
  row_key integer not null,
  content text not null,
  primary key (workbook_id, sheet_id, row_key)
) strict;
