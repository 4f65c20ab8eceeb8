package org.graphgarden.inference.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One memory budget for all stores of the process, instead of one for each: a service holds many small stores, and what it needs
 * outside the heap must not grow with their number. (Kafka Streams, "Memory Management", RocksDB.)
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long TOTAL_BYTES = 96L << 20;
    private static final long WRITE_BUFFER_BYTES = 64L << 20;

    static {
        RocksDB.loadLibrary();
    }

    /** Shared, hence never closed by one store: they live as long as the process. */
    private static final Cache CACHE = new LRUCache(TOTAL_BYTES);

    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(CACHE);
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        // The cache and the write buffer manager belong to the process.
    }
}
