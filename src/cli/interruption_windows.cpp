// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Written from the documentation; not tried on Windows yet.

#include "cli/interruption.h"

namespace mintmark {

/// The console ends the program by itself.
class Interruption::Private
{ };

Interruption::Interruption(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) { }

Interruption::~Interruption() = default;

void Interruption::read() { }

} // namespace mintmark
