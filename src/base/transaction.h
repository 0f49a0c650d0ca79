#pragma once

#include "base/result.h"

#include <memory>

namespace cw {

/// Proof, in a signature, that a transaction is open in which one may read.
class ReadTx {
public:
    virtual ~ReadTx() = default;
};

/// Proof that a transaction is open in which one may write. Rolls back when destroyed without commit().
class WriteTx : public ReadTx {
public:
    /// Fails with io or busy; then nothing was changed.
    virtual Status commit() = 0;
};

/// Opens transactions on the work store. One object per thread, never shared.
class UnitOfWork {
public:
    virtual ~UnitOfWork() = default;
    virtual Result<std::unique_ptr<ReadTx>> beginRead() = 0;
    /// Waits for another writer for some seconds, then fails with busy.
    virtual Result<std::unique_ptr<WriteTx>> beginWrite() = 0;
};

}  // namespace cw
