create table if not exists note (id serial primary key, text varchar not null);
