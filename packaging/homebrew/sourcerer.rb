cask "sourcerer" do
  version "@VERSION@"
  sha256 "@SHA_DMG@"

  url "@DOWNLOADS@/Sourcerer_#{version}_universal.dmg"
  name "Sourcerer"
  desc "@SUMMARY@"
  homepage "@HOME@"

  app "Sourcerer.app"

  zap trash: [
    "~/Library/Application Support/io.sourcerer.desktop",
    "~/Library/Application Support/sourcerer",
    "~/Library/Caches/io.sourcerer.desktop",
    "~/Library/WebKit/io.sourcerer.desktop",
  ]
end
