# SPDX-License-Identifier: GPL-3.0-or-later
include(GNUInstallDirs)
install(TARGETS anteroom anteroomd RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS anteroom-intake RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/anteroom)
