#!/bin/bash
# PostgreSQL runs this once, when its volume is still empty: a database and a user for the application, and another pair
# for Camunda. Neither user can connect to the other's database.
set -euo pipefail

create() {
  NAME="$1" PASSWORD="$2" psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --quiet <<'SQL'
\getenv name NAME
\getenv password PASSWORD
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect, temporary on database :"name" from public;
SQL
}

create t_exchange "$APP_DB_PASSWORD"
create camunda "$CAMUNDA_DB_PASSWORD"
