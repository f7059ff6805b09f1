class SourcererCli < Formula
  desc "@SUMMARY@, in a terminal"
  homepage "@HOME@"
  # version "@VERSION@" is read from the addresses.
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    url "@DOWNLOADS@/sourcerer-cli-@VERSION@-universal-apple-darwin.tar.gz"
    sha256 "@SHA_CLI_MACOS@"
  end

  on_linux do
    on_intel do
      url "@DOWNLOADS@/sourcerer-cli-@VERSION@-x86_64-unknown-linux-musl.tar.gz"
      sha256 "@SHA_CLI_LINUX_X64@"
    end
    on_arm do
      url "@DOWNLOADS@/sourcerer-cli-@VERSION@-aarch64-unknown-linux-musl.tar.gz"
      sha256 "@SHA_CLI_LINUX_ARM64@"
    end
  end

  def install
    bin.install "sourcerer-cli"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/sourcerer-cli.bash" => "sourcerer-cli"
    zsh_completion.install "completions/_sourcerer-cli"
    fish_completion.install "completions/sourcerer-cli.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/sourcerer-cli --version")
  end
end
