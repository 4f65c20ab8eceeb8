// Prints every enriched pattern and goes on with those that come.
//   npm ci && node enriched-patterns.js HOST:PORT REGISTRY_URL [GROUP]
// The group remembers how far it has read; another name starts at the beginning again.
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry'
import kafkajs from 'kafkajs'
import lz4 from 'lz4js'

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs

const [broker, registryUrl, groupId = 'enriched-patterns-example'] = process.argv.slice(2)
if (!broker || !registryUrl) {
  console.error('usage: node enriched-patterns.js HOST:PORT REGISTRY_URL [GROUP]')
  process.exit(2)
}

// Graph Garden compresses with LZ4, which kafkajs leaves to whoever needs it.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async encoder => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async buffer => Buffer.from(lz4.decompress(buffer)),
})

const registry = new SchemaRegistry({ host: registryUrl })
const kafka = new Kafka({ clientId: groupId, brokers: [broker], logLevel: logLevel.ERROR })
// Reads what is committed only, unless told otherwise.
const consumer = kafka.consumer({ groupId })

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => consumer.disconnect())
}

await consumer.connect()
await consumer.subscribe({ topics: ['garden.enriched-patterns'], fromBeginning: true })
await consumer.run({
  eachMessage: async ({ message }) => {
    const key = message.key.toString()
    if (message.value === null) {
      console.log(`${key} is gone`)
      return
    }
    // Decoded with the schema it was written with; fields that are new to this program are simply there.
    const pattern = await registry.decode(message.value)
    console.log(`${key}: ${pattern.title}`)
    for (const link of pattern.links) {
      console.log(`  ${link.type} ${link.target} ${link.confidence.toFixed(2)}: ${link.reason}`)
    }
  },
})
