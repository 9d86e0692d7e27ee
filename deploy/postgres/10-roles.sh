#!/bin/bash
# Mounted into /docker-entrypoint-initdb.d of the official Postgres image, beside /shunlu/roles.sql.
# Passwords: POSTGRES_PASSWORD_<ROLE>, as POSTGRES_PASSWORD_TASKS and POSTGRES_PASSWORD_TASKS_OWNER.
set -euo pipefail
{
  for service in volunteers stations tasks ledger reporting; do
    for role in "$service" "${service}_owner"; do
      variable="POSTGRES_PASSWORD_${role^^}"
      # psql reads the variable itself: the value never passes through a shell or a process list.
      export "$variable=${!variable:?missing}"
      printf '\\getenv password %s\nselect set_config('\''shunlu.%s'\'', :'\''password'\'', false) \\g /dev/null\n' \
        "$variable" "$role"
    done
  done
  printf '\\i /shunlu/roles.sql\n'
} | psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB"
