#!/bin/bash
# PostgreSQL runs this once, when its volume is still empty: a database with its owner for the application, another pair for
# Camunda, and the user as whom the application works: it owns nothing. None of them can connect to the other's database.
set -euo pipefail

create() {
  DATABASE="$1" NAME="$2" PASSWORD="$3" psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --quiet <<'SQL'
\getenv name NAME
\getenv password PASSWORD
\getenv database DATABASE
create role :"name" login password :'password';
create database :"database" owner :"name";
revoke connect, temporary on database :"database" from public;
SQL
}

create t_exchange t_exchange_owner "$APP_OWNER_DB_PASSWORD"
create camunda camunda "$CAMUNDA_DB_PASSWORD"

PASSWORD="$APP_DB_PASSWORD" psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --quiet <<'SQL'
\getenv password PASSWORD
create role t_exchange login password :'password';
grant connect on database t_exchange to t_exchange;
SQL
