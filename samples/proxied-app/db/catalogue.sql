CREATE TABLE product (
  id    integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  name  text NOT NULL,
  price numeric(8, 2) NOT NULL
);

INSERT INTO product (name, price) VALUES
  ('Kettle', 24.90),
  ('Teapot', 31.50),
  ('Tea cosy', 12.00);
