# The services as one image: `service ingest|inference|pruner --config FILE`. Built by `docker compose build`, or
# `docker build -t graph-garden:0.1.0 .`; what is not needed for that is in .dockerignore.

FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B --no-transfer-progress -Dmaven.test.skip=true -Dspotless.check.skip package \
 && mkdir /graph-garden \
 && tar -xzf standalone/target/graph-garden-*.tar.gz -C /graph-garden --strip-components=1 \
 && install -m 755 deploy/healthy /graph-garden/bin/healthy \
 && rm -r /graph-garden/sample

FROM eclipse-temurin:17.0.16_8-jre-jammy
# A user without a name, a shell or a home; its number is what owns the state folder's volume.
RUN install -d -o 10001 -g 10001 -m 700 /var/lib/graph-garden
COPY --from=build /graph-garden /opt/graph-garden
USER 10001:10001
ENV GARDEN_OPTS="-Xmx768m"
WORKDIR /var/lib/graph-garden
VOLUME /var/lib/graph-garden
EXPOSE 8085
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["/opt/graph-garden/bin/healthy", "8085"]
# The launcher replaces itself by Java, so signals arrive. As process 1 it reaps nobody: run it with --init.
ENTRYPOINT ["/opt/graph-garden/bin/garden"]
CMD ["--help"]
