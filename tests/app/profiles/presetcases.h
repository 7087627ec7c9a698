// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/clientconfiguration.h"

#include <QList>
#include <QMetaType>

#include <utility>

namespace mintmark::test {

using namespace Qt::StringLiterals;

/// What is pasted into the fields on top, and what stands there when they are left.
struct PresetEntry
{
    QString label;
    QString pasted;
    QString shown;
};

/// A whole profile of a preset, by its server's documentation.
struct PresetCase
{
    QString clientIdLabel = u"Client ID"_s;
    QList<PresetEntry> entries;
    ClientConfiguration client;
    QString issuer;
    QString jwksUri;
    QString introspection;
    QString revocation;
    bool hasKey = false;
};

/// One of each preset, by its id.
QList<std::pair<QByteArray, PresetCase>> presetCases();

} // namespace mintmark::test

Q_DECLARE_METATYPE(mintmark::test::PresetCase)
