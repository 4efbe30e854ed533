//! Parquet files.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::Compression;
use parquet::file::properties::{EnabledStatistics, WriterProperties};

use crate::draft::Draft;
use crate::error::Error;

/// A Parquet file of one table that is being written, batch by batch.
pub struct ParquetWriter<W: Write + Send> {
    writer: ArrowWriter<W>,
}

impl<W: Write + Send> ParquetWriter<W> {
    /// Begins a file.
    ///
    /// # Errors
    ///
    /// [`Error::Parquet`], when nothing can be written.
    pub fn new(out: W, schema: SchemaRef) -> Result<Self, Error> {
        // Snappy is read everywhere and needs no C.
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            // Row groups are small: what is told of each page besides would be held until the end.
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_offset_index_disabled(true)
            .set_created_by(concat!("memcon ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let writer = ArrowWriter::try_new(out, schema, Some(properties))?;
        Ok(Self { writer })
    }

    /// Adds rows.
    ///
    /// # Errors
    ///
    /// [`Error::Parquet`], when they cannot be written or are of another table.
    pub fn write(&mut self, rows: &RecordBatch) -> Result<(), Error> {
        self.writer.write(rows)?;
        // A row group a batch: what is held in memory does not grow with the file.
        self.writer.flush()?;
        Ok(())
    }

    /// Ends the file and gives what it was written to.
    ///
    /// # Errors
    ///
    /// [`Error::Parquet`], when the end cannot be written.
    pub fn finish(self) -> Result<W, Error> {
        Ok(self.writer.into_inner()?)
    }
}

/// Writes rows to a Parquet file, whole or not at all.
///
/// # Errors
///
/// [`Error`], when the rows cannot be had or the file cannot be written.
pub fn write_parquet(
    place: &Path,
    schema: SchemaRef,
    rows: impl IntoIterator<Item = Result<RecordBatch, ArrowError>>,
) -> Result<(), Error> {
    let mut writer = ParquetWriter::new(Draft::begin(place)?, schema)?;
    for batch in rows {
        writer.write(&batch?)?;
    }
    Ok(writer.finish()?.finish()?)
}

/// Reads a Parquet file of rows, batch by batch.
///
/// # Errors
///
/// [`Error`], when the file is not there or is no Parquet file.
pub fn read_parquet(
    place: &Path,
) -> Result<impl Iterator<Item = Result<RecordBatch, Error>>, Error> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(place)?)?.build()?;
    Ok(reader.map(|rows| Ok(rows?)))
}

impl<W: Write + Send> std::fmt::Debug for ParquetWriter<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ParquetWriter").finish_non_exhaustive()
    }
}
