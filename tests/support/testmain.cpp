// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"

#include <QCoreApplication>

#include <openssl/crypto.h>

#include <cstdio>
#include <map>

namespace mintmark::test {

namespace {

using Factory = std::function<std::unique_ptr<QObject>()>;

std::map<std::string, Factory> &registry()
{
    static std::map<std::string, Factory> classes;
    return classes;
}

} // namespace

Registration::Registration(const char *name, Factory make)
{
    registry()[name] = std::move(make);
}

/// Programs with windows define their own application; see tests/app/guiapplication.cpp.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv) __attribute__((weak));
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace mintmark::test

int main(int argc, char **argv)
{
    using namespace mintmark::test;
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr); // as prepareProcess() does
    if (argc < 2 || registry().count(argv[1]) == 0) {
        for (const auto &entry : registry())
            std::printf("%s\n", entry.first.c_str());
        return argc < 2 ? 0 : 2;
    }
    const auto make = registry()[argv[1]];
    argv[1] = argv[0];
    ++argv;
    --argc;
    const auto application = makeApplication(argc, argv);
    QTEST_SET_MAIN_SOURCE_PATH
    const auto object = make();
    return QTest::qExec(object.get(), argc, argv);
}
