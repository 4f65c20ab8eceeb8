package org.graphgarden.standalone.watch;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Shows a record on one line. */
public interface RecordView {

    /** The line, without its end. */
    String line(ConsumerRecord<String, SpecificRecord> record);
}
