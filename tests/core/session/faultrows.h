// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/session/faultrig.h"

namespace mintmark::test {

/// What servers answer in place of a token; a new case is a row of faultrows_table.cpp.
QList<FaultRow> bodyFaults(); ///< the body is no token
QList<FaultRow> refusalFaults(); ///< RFC 6749 §5.2 and its relatives
QList<FaultRow> statusFaults(); ///< the status line says it
QList<FaultRow> redirectFaults(); ///< of every kind, to everywhere
QList<FaultRow> wireFaults(); ///< what comes is no whole HTTP
QList<FaultRow> lateFaults(); ///< no end comes

} // namespace mintmark::test
