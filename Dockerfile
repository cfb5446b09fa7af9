# The site with its panel, as `strapi start` serves it. Its settings and secrets come from the environment:
# OPERATIONS.md says which.

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY src/kit/package.json src/kit/
COPY src/plugins/delivery/package.json src/plugins/delivery/
COPY src/plugins/front-matter/package.json src/plugins/front-matter/
COPY src/plugins/newsroom/package.json src/plugins/newsroom/
COPY src/plugins/permalinks/package.json src/plugins/permalinks/
COPY src/plugins/source-links/package.json src/plugins/source-links/
RUN npm ci
COPY . .
# Secrets that the build makes for itself stay behind.
RUN npm run build && npm prune --omit=dev && rm -f .env

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=1337 \
    DATABASE_FILENAME=/data/data.db ARCHIVES_FOLDER=/data/archives
WORKDIR /app
COPY --from=build /app/package.json /app/tsconfig.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/database database
COPY --from=build /app/config config
COPY --from=build /app/src src
COPY --from=build /app/dist dist
COPY --from=build --chown=node:node /app/public public
RUN mkdir /data && chown node:node /data /app
USER node
VOLUME ["/data", "/app/public/uploads"]
EXPOSE 1337
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/_health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, which would stand between it and the signal to stop.
CMD ["node_modules/.bin/strapi", "start"]
