// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/clipboard/clipboardkeeper.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "app/texts.h"
#include "app/widgets/accessiblescrollarea.h"
#include "app/widgets/accessibletoggle.h"
#include "session/startup.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    mintmark::prepareProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"mintmark"_s);
    QApplication::setApplicationDisplayName(u"Mintmark"_s);
    QApplication::setApplicationVersion(QStringLiteral(MINTMARK_VERSION));
    QApplication::setDesktopFileName(u"org.mintmark.Mintmark"_s);

    mintmark::installTexts(application);
    mintmark::installAccessibleScrollAreas();
    mintmark::installAccessibleToggles();

    QCommandLineParser options;
    options.setApplicationDescription(u"Bench instrument for OAuth 2.0 access tokens"_s);
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption demo(
        u"demo"_s, u"Start on the built-in demo server; nothing is saved, no keyring is used."_s);
    options.addOption(demo);
    options.process(application);

    const bool isDemo = options.isSet(demo);
    mintmark::Services services(isDemo ? mintmark::Services::Mode::Demo
                                       : mintmark::Services::Mode::Normal);
    const auto opened = services.workspace().profiles().open();
    mintmark::MainWindow window(services);
    if (!opened && !isDemo)
        window.sayError(opened.error());
    if (isDemo)
        services.startDemo(
            [&window](const mintmark::Error &error) { window.sayError(error); });
    window.show();
    return QApplication::exec();
}
