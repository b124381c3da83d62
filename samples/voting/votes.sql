CREATE TABLE vote (
  voter  text PRIMARY KEY,
  choice text NOT NULL
);
